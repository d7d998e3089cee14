/// Workplace from Meta, closed on 31 August 2025: bots in Work Chat, for who still has something that speaks its API.
@NullMarked
package io.signalbox.connector.workplace;

import org.jspecify.annotations.NullMarked;
