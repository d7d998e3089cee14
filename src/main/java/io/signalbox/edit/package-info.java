/// Every change a person can make to a flow, as values, and the history they make.
@NullMarked
package io.signalbox.edit;

import org.jspecify.annotations.NullMarked;
