/// Cards in Microsoft Teams.
@NullMarked
package io.signalbox.connector.teams;

import org.jspecify.annotations.NullMarked;
