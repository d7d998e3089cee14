/// Messages through the WhatsApp Business Platform (Cloud API).
@NullMarked
package io.signalbox.connector.whatsapp;

import org.jspecify.annotations.NullMarked;
