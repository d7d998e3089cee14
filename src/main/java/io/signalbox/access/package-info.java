/// Who we talk to as: accounts, secrets, tokens and their scopes.
@NullMarked
package io.signalbox.access;

import org.jspecify.annotations.NullMarked;
