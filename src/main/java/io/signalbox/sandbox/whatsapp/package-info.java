/// The stand-in of the WhatsApp Cloud API.
@NullMarked
package io.signalbox.sandbox.whatsapp;

import org.jspecify.annotations.NullMarked;
