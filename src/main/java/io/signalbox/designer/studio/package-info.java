/// The designer put together: the list of flows, one open flow with its panels, and the executor's switch.
@NullMarked
package io.signalbox.designer.studio;

import org.jspecify.annotations.NullMarked;
