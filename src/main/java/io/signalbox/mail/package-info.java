/// Mail by SMTP: the one place that knows the mail library.
@NullMarked
package io.signalbox.mail;

import org.jspecify.annotations.NullMarked;
