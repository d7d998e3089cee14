/// What a flow says in words, without a window: fields, comparisons, and the whole in sentences.
@NullMarked
package io.signalbox.designer.telling;

import org.jspecify.annotations.NullMarked;
