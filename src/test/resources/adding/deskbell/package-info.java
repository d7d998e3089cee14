/// A connector that exists only in the tests: what somebody adds to this program is this folder.
@NullMarked
package io.signalbox.connector.deskbell;

import org.jspecify.annotations.NullMarked;
