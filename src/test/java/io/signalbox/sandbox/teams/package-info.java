@NullMarked
package io.signalbox.sandbox.teams;

import org.jspecify.annotations.NullMarked;
