/// Webhooks signed by the open standard, both ways.
@NullMarked
package io.signalbox.connector.standardwebhooks;

import org.jspecify.annotations.NullMarked;
