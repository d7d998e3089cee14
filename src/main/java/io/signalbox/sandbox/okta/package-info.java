/// The stand-in of Okta.
@NullMarked
package io.signalbox.sandbox.okta;

import org.jspecify.annotations.NullMarked;
