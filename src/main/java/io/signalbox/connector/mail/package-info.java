/// E-mail through any server that takes it by SMTP.
@NullMarked
package io.signalbox.connector.mail;

import org.jspecify.annotations.NullMarked;
