/// The workspace on disk: flows, events, runs, accounts, tokens. The only SQL.
@NullMarked
package io.signalbox.store;

import org.jspecify.annotations.NullMarked;
