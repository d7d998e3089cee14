/// The stand-in of Twilio.
@NullMarked
package io.signalbox.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
