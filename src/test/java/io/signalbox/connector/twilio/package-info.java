@NullMarked
package io.signalbox.connector.twilio;

import org.jspecify.annotations.NullMarked;
