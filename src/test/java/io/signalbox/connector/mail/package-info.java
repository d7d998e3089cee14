@NullMarked
package io.signalbox.connector.mail;

import org.jspecify.annotations.NullMarked;
