/// Somebody who speaks Standard Webhooks.
@NullMarked
package io.signalbox.sandbox.standardwebhooks;

import org.jspecify.annotations.NullMarked;
