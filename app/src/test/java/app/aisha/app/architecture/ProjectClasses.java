package app.aisha.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled program without its tests, and the classes that are wrong on purpose. Read once. */
final class ProjectClasses {

    static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("app.aisha");

    static final JavaClasses WRONG = new ClassFileImporter().importPackages("app.aisha.app.architecture.wrong");

    private ProjectClasses() {}
}
