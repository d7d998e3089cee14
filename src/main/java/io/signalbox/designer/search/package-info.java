/// Finding things by typing: whatever can be opened or done in the window, and nodes of the open flow.
@NullMarked
package io.signalbox.designer.search;

import org.jspecify.annotations.NullMarked;
