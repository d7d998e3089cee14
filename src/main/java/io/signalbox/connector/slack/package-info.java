/// Messages in Slack's channels.
@NullMarked
package io.signalbox.connector.slack;

import org.jspecify.annotations.NullMarked;
