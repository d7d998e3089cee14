/// The first steps of a person: the welcome page, and the coach that ticks what was really done.
@NullMarked
package io.signalbox.designer.home;

import org.jspecify.annotations.NullMarked;
