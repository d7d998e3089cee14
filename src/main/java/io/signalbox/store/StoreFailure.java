package io.signalbox.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Tells a database that can no longer be written from a statement that it refused.
final class StoreFailure {
    private static final Set<Integer> FATAL = Set.of(
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OUT_OF_MEMORY);

    private static final Set<Integer> DAMAGE = Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1);
    private static final int DEEPEST = 10;

    private StoreFailure() {}

    /// Whether the file itself is no longer what was written, so that opening it again cannot help.
    static boolean isDamage(Throwable failure) {
        var cause = failure;
        for (int depth = 0; depth < DEEPEST && cause != null; depth++) {
            if (cause instanceof DamagedFile
                    || (cause instanceof MVStoreException broken
                            && broken.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT)
                    || (cause instanceof SQLException refused && DAMAGE.contains(refused.getErrorCode()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /// Whether H2 lost its way in what it read, such as over a page that is not there, rather than in reading it.
    static boolean isBeyondReading(SQLException failure) {
        if (failure.getErrorCode() != ErrorCode.GENERAL_ERROR_1) {
            return false;
        }
        var cause = failure.getCause();
        for (int depth = 0; depth < DEEPEST && cause != null; depth++) {
            if (cause instanceof IOException) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }

    /// A file that is not what was written to it.
    static final class DamagedFile extends IOException {
        private static final long serialVersionUID = 1;

        DamagedFile(String how) {
            super(how);
        }

        DamagedFile(String how, Throwable cause) {
            super(how, cause);
        }
    }

    /// In the words of whatever failed first, such as the disk.
    static String firstCause(Throwable failure) {
        var cause = failure;
        // Causes of the database can name each other.
        for (int depth = 0; depth < DEEPEST; depth++) {
            var next = cause.getCause();
            if (next == null) {
                break;
            }
            cause = next;
        }
        return String.valueOf(cause.getMessage());
    }

    static boolean isOf(Throwable failure) {
        var cause = failure;
        for (int depth = 0; depth < DEEPEST && cause != null; depth++, cause = cause.getCause()) {
            if (cause instanceof MVStoreException
                    || (cause instanceof SQLException refused && FATAL.contains(refused.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }
}
