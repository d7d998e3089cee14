/// The stand-in of Microsoft Teams.
@NullMarked
package io.signalbox.sandbox.teams;

import org.jspecify.annotations.NullMarked;
