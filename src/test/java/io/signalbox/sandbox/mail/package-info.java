@NullMarked
package io.signalbox.sandbox.mail;

import org.jspecify.annotations.NullMarked;
