/// Notices of Amazon SNS.
@NullMarked
package io.signalbox.connector.sns;

import org.jspecify.annotations.NullMarked;
