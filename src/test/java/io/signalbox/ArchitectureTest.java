package io.signalbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The shape of the program, as rules that fail with the class that breaks them.
final class ArchitectureTest {

    private static final String GATEWAY = "io.signalbox.http.HttpGateway";
    private static final String MAIL = "io.signalbox.mail.MailGateway";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.signalbox");

    @Test
    void layers_see_only_what_lies_below() {
        holds(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .optionalLayer("app")
                .definedBy("io.signalbox.app..")
                .optionalLayer("designer")
                .definedBy("io.signalbox.designer..")
                .optionalLayer("sandbox")
                .definedBy("io.signalbox.sandbox..")
                .optionalLayer("kafka")
                .definedBy("io.signalbox.kafka..")
                .optionalLayer("http")
                .definedBy("io.signalbox.http..")
                .optionalLayer("mail")
                .definedBy("io.signalbox.mail..")
                .optionalLayer("metrics")
                .definedBy("io.signalbox.metrics..")
                .optionalLayer("store")
                .definedBy("io.signalbox.store..")
                .optionalLayer("engine")
                .definedBy("io.signalbox.engine..")
                .optionalLayer("connector")
                .definedBy("io.signalbox.connector..")
                .optionalLayer("access")
                .definedBy("io.signalbox.access..")
                .optionalLayer("json")
                .definedBy("io.signalbox.json..")
                .optionalLayer("edit")
                .definedBy("io.signalbox.edit..")
                .optionalLayer("flow")
                .definedBy("io.signalbox.flow..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("designer")
                .mayOnlyAccessLayers("sandbox", "engine", "connector", "access", "json", "edit", "flow")
                .whereLayer("sandbox")
                .mayOnlyAccessLayers("mail", "http", "engine", "connector", "access", "json", "flow")
                .whereLayer("kafka")
                .mayOnlyAccessLayers("engine", "connector", "access", "json", "edit", "flow")
                .whereLayer("http")
                .mayOnlyAccessLayers("engine", "connector", "access", "json", "edit", "flow")
                .whereLayer("mail")
                .mayOnlyAccessLayers("http", "engine", "connector", "access", "flow")
                .whereLayer("metrics")
                .mayOnlyAccessLayers("engine", "connector", "access", "flow")
                .whereLayer("store")
                .mayOnlyAccessLayers("engine", "connector", "access", "json", "edit", "flow")
                .whereLayer("engine")
                .mayOnlyAccessLayers("connector", "access", "flow")
                .whereLayer("connector")
                .mayOnlyAccessLayers("access", "flow")
                .whereLayer("access")
                .mayOnlyAccessLayers("flow")
                .whereLayer("json")
                .mayOnlyAccessLayers("flow")
                .whereLayer("edit")
                .mayOnlyAccessLayers("flow")
                .whereLayer("flow")
                .mayNotAccessAnyLayer()
                .because("a reader may then understand a package knowing only those below it"));
    }

    @Test
    void every_class_belongs_to_a_layer() {
        holds(classes()
                .should()
                .resideInAnyPackage(
                        "io.signalbox.app..",
                        "io.signalbox.designer..",
                        "io.signalbox.sandbox..",
                        "io.signalbox.kafka..",
                        "io.signalbox.http..",
                        "io.signalbox.mail..",
                        "io.signalbox.metrics..",
                        "io.signalbox.store..",
                        "io.signalbox.engine..",
                        "io.signalbox.connector..",
                        "io.signalbox.access..",
                        "io.signalbox.json..",
                        "io.signalbox.edit..",
                        "io.signalbox.flow..")
                .because("a package outside the layers would escape their rule"));
    }

    @Test
    void the_flow_needs_nothing_but_the_jdk() {
        holds(classes()
                .that()
                .resideInAPackage("io.signalbox.flow..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.signalbox.flow..",
                        "com.google.re2j..",
                        "com.google.i18n.phonenumbers..",
                        "org.jspecify..")
                .because("the model must outlive every library around it"));
    }

    @Test
    void each_technology_has_one_home() {
        var window = Set.of("designer", "app");
        holdAll(Stream.of(
                onlyIn(
                        window,
                        "javafx..",
                        "com.sun.javafx..",
                        "atlantafx..",
                        "org.controlsfx..",
                        "impl.org.controlsfx.."),
                onlyIn(window, "org.fxmisc..", "org.reactfx..", "org.eclipse.elk.."),
                onlyIn(Set.of("store"), "java.sql..", "javax.sql..", "com.zaxxer..", "org.h2.."),
                onlyIn(Set.of("store"), "org.postgresql..", "org.flywaydb.."),
                onlyIn(Set.of("http", "sandbox"), "okhttp3..", "okio..", "kotlin.."),
                onlyIn(Set.of("http", "sandbox"), "org.eclipse.jetty.."),
                onlyIn(Set.of("mail"), "jakarta..", "org.eclipse.angus.."),
                onlyIn(Set.of("kafka"), "org.apache.kafka.."),
                onlyIn(Set.of("json"), "tools.jackson..", "com.fasterxml.jackson.."),
                onlyIn(Set.of("metrics"), "io.micrometer..", "io.prometheus.."),
                onlyIn(Set.of("app"), "picocli.."),
                onlyIn(Set.of("app"), "ch.qos.logback.."),
                onlyIn(Set.of(), "java.awt..", "javax.swing..")));
    }

    @Test
    void connectors_do_not_know_each_other() {
        holds(slices().matching("io.signalbox.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a connector is one folder that can be added or deleted alone"));
    }

    @Test
    void there_are_no_grab_bags() {
        holdAll(Stream.of(
                noClasses()
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
                        .because("a function belongs to the type it speaks of"),
                noClasses()
                        .should()
                        .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..misc..")
                        .because("a package is named for its one subject")));
    }

    @Test
    void nothing_static_changes() {
        holdAll(Stream.of(
                fields().that()
                        .areStatic()
                        .should()
                        .beFinal()
                        .because("state lives in objects that someone made and closes"),
                noFields()
                        .that()
                        .areStatic()
                        .should()
                        .haveRawType(describe(
                                "that can change",
                                type -> isConcrete(type, Collection.class)
                                        || isConcrete(type, Map.class)
                                        || type.isAssignableTo(ThreadLocal.class)
                                        || type.getPackageName().startsWith("java.util.concurrent.atomic")))
                        .because("a constant collection is made by List.of, Set.of or Map.of"),
                noFields()
                        .that(describe(
                                "are static and can be seen from outside",
                                (JavaField field) -> field.getModifiers().contains(JavaModifier.STATIC)
                                        && !field.getModifiers().contains(JavaModifier.PRIVATE)
                                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                        .should()
                        .haveRawType(describe("array", JavaClass::isArray))
                        .because("whoever sees an array can change it")));
    }

    @Test
    void nobody_asks_a_class_for_its_instance() {
        holds(methods().should().notHaveName("getInstance").because("what a class needs comes in by its constructor"));
    }

    @Test
    void every_tip_leaves_the_keys_alone() {
        holds(noClasses()
                .that(isNot("io.signalbox.designer.Tip"))
                .should(accessTargetWhere(
                        target("a tip is made", Set.of("javafx.scene.control.Tooltip"), Set.of("<init>"))))
                .because("the toolkit's own takes Escape from what lies below it"));
    }

    @Test
    void the_keyboard_is_given_in_one_place() {
        holds(noClasses()
                .that(isNot("io.signalbox.designer.Keyboard"))
                .should(accessTargetWhere(describe(
                        "a part of the window asks for the keyboard",
                        access -> access.getName().equals("requestFocus")
                                && access.getTargetOwner().isAssignableTo("javafx.scene.Node"))))
                .because("what has not been drawn yet asks for it in vain"));
    }

    @Test
    void there_is_no_second_way_out() {
        holdAll(Stream.of(
                noClasses()
                        .that(isNot(GATEWAY)
                                .and(isNot("io.signalbox.http.OwnAnswers"))
                                // Mail has a way of its own, which passes the same gate, see below.
                                .and(isNot(MAIL))
                                .and(isNot("io.signalbox.mail.Sockets"))
                                // It only listens, see below.
                                .and(isNot("io.signalbox.sandbox.mail.MailStandIn"))
                                // A stand-in speaks as the vendor does, to us.
                                .and(isNot("io.signalbox.sandbox.Hooks")))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio..", "java.net.http..", "javax.net..")
                                .or(named(
                                        "java.net.Socket",
                                        "java.net.DatagramSocket",
                                        "java.net.MulticastSocket",
                                        "java.net.URLConnection",
                                        "java.net.HttpURLConnection",
                                        "java.nio.channels.SocketChannel",
                                        "java.nio.channels.AsynchronousSocketChannel",
                                        "java.nio.channels.DatagramChannel")))
                        .because("every call to the outside passes the one gateway with its limits and refusals"),
                noClasses()
                        .that(isNot(MAIL))
                        .should(accessTargetWhere(target(
                                "mail is sent",
                                Set.of("org.eclipse.angus.mail.smtp.SMTPTransport", "jakarta.mail.Transport"),
                                Set.of("connect", "send", "sendMessage", "issueCommand"))))
                        .because("mail goes out at one place"),
                noClasses()
                        .should(accessTargetWhere(target(
                                "URL opens a connection",
                                Set.of("java.net.URL"),
                                Set.of("openStream", "openConnection", "getContent"))))
                        .because("it would go around the gateway"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("io.signalbox.http..", "io.signalbox.sandbox..")
                        .should()
                        .dependOnClassesThat(named("java.net.ServerSocket", "java.nio.channels.ServerSocketChannel"))
                        .because("who listens is decided in one place")));
    }

    @Test
    void only_the_send_gate_holds_the_gateway() {
        var gateway = "io.signalbox.engine.Gateway";
        var gate = "io.signalbox.engine.SendGate";
        holdAll(Stream.of(
                noClasses()
                        .that(isNot(gate).and(isNot(gateway)))
                        .and()
                        .resideOutsideOfPackages("io.signalbox.http..", "io.signalbox.mail..", "io.signalbox.app..")
                        .should()
                        .dependOnClassesThat(named(gateway, GATEWAY, MAIL))
                        .because("a call that does not pass the gate is not asked about consent, hours or limits"),
                noClasses()
                        .that(isNot("io.signalbox.app.DemoCommand"))
                        .and()
                        .resideInAPackage("io.signalbox.app..")
                        .should(accessTargetWhere(
                                target("the gateway is used", Set.of(gateway, GATEWAY, MAIL), Set.of("send"))))
                        .because(
                                "whoever puts the program together hands the gateway on; only the demo posts events to its own port"),
                noClasses()
                        .that(describe(
                                "are not the worker, who asks for it, the poller, who reads directories, the shelf of templates, the sign-in, the test of a connection, who tries a message out at a stand-in or who fetches a sender's certificate",
                                (JavaClass type) -> !Set.of(
                                                gate,
                                                "io.signalbox.engine.StepWorker",
                                                "io.signalbox.engine.Asking",
                                                "io.signalbox.engine.Asking$Talk",
                                                "io.signalbox.engine.Directories",
                                                "io.signalbox.engine.TemplateShelf",
                                                "io.signalbox.engine.Poller",
                                                "io.signalbox.engine.SignIn",
                                                "io.signalbox.engine.HookGuard$Keys",
                                                "io.signalbox.engine.ConnectionTest",
                                                "io.signalbox.engine.Tryout")
                                        .contains(type.getName())))
                        .should(accessTargetWhere(target(
                                "the gate is passed",
                                Set.of(gate),
                                Set.of("send", "permit", "judge", "turn", "again"))))
                        .because("these are all that ever calls a service")));
    }

    @Test
    void the_engine_lets_time_pass_only_by_a_port() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("io.signalbox.engine..", "io.signalbox.connector..", "io.signalbox.flow..")
                .should(accessTargetWhere(target("the thread sleeps", Set.of("java.lang.Thread"), Set.of("sleep"))))
                .because("a simulation runs hours of it in a second"));
    }

    @Test
    void time_comes_in_by_constructor() {
        var clocks = target("the clock is read", Set.of("java.lang.System"), Set.of("currentTimeMillis"))
                .or(target(
                        "a system clock is taken",
                        Set.of("java.time.Clock"),
                        Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes")))
                .or(target("a system clock is taken", Set.of("java.time.InstantSource"), Set.of("system")))
                .or(describe(
                        "now is asked of the machine",
                        access -> access.getTargetOwner().getPackageName().equals("java.time")
                                && access.getName().equals("now")
                                && !takesClock(access)))
                .or(describe(
                        "a date of today is made",
                        access -> access.getTargetOwner().getName().equals("java.util.Date")
                                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget made
                                && made.getName().equals("<init>")
                                && made.getRawParameterTypes().isEmpty()));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.signalbox.app..")
                .should(accessTargetWhere(clocks))
                .because("a test steps the clock and never sleeps"));
    }

    @Test
    void nothing_runs_what_a_user_wrote() {
        holdAll(Stream.of(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("javax.script..").or(named("java.io.ObjectInputStream")))
                        .because("data must never become code"),
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "io.signalbox.flow..",
                                "io.signalbox.engine..",
                                "io.signalbox.connector..",
                                "io.signalbox.json..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.regex..")
                        .because("a pattern that a user writes can hang it; RE2/J takes linear time")));
    }

    /// Judges by every rule before it fails, so that the first does not hide the others.
    private static void holdAll(Stream<ArchRule> rules) {
        assertAll(rules.map(rule -> (Executable) () -> holds(rule)));
    }

    /// Rules stand before the packages they speak of, so they may find nothing to judge.
    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static ArchRule onlyIn(Set<String> homes, String... technology) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes.stream()
                        .map(home -> "io.signalbox." + home + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .because(
                        "a technology can be replaced where it has one home, and a server runs without the window's jars");
    }

    private static boolean isConcrete(JavaClass type, Class<?> collection) {
        return !type.isInterface() && type.isAssignableTo(collection);
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        var wanted = Set.of(names);
        return describe("named " + String.join(", ", names), type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> isNot(String name) {
        return describe(
                "are not " + name,
                type -> !type.getName().equals(name) && !type.getName().startsWith(name + "$"));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String what, Set<String> owners, Set<String> names) {
        return describe(
                what, access -> owners.contains(access.getTargetOwner().getName()) && names.contains(access.getName()));
    }
}
