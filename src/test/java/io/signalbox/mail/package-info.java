@NullMarked
package io.signalbox.mail;

import org.jspecify.annotations.NullMarked;
