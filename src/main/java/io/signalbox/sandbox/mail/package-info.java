/// The stand-in of a mail server.
@NullMarked
package io.signalbox.sandbox.mail;

import org.jspecify.annotations.NullMarked;
