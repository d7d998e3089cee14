/// WalkMe: notifications in Workstation.
@NullMarked
package io.signalbox.connector.walkme;

import org.jspecify.annotations.NullMarked;
