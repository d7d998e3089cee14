/// The page on which a person says how they like the program, and the list of keys.
@NullMarked
package io.signalbox.designer.settings;

import org.jspecify.annotations.NullMarked;
