/// The stand-in of Slack.
@NullMarked
package io.signalbox.sandbox.slack;

import org.jspecify.annotations.NullMarked;
