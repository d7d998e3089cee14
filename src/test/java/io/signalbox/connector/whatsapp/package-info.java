@NullMarked
package io.signalbox.connector.whatsapp;

import org.jspecify.annotations.NullMarked;
