package io.signalbox.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;

/// Makes a workspace look as a later version of the program would leave it.
public final class NewerFile {
    private NewerFile() {}

    /// @param folder of a workspace that nobody has open
    public static void in(Path folder, int schema) throws SQLException {
        var key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        var place = folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
        try (var admin = OpenDatabase.administrator(place, key).getConnection();
                var update = admin.prepareStatement("update setting set content = ? where name = 'schema'")) {
            update.setString(1, String.valueOf(schema));
            update.execute();
            OpenDatabase.end(admin);
        }
    }
}
