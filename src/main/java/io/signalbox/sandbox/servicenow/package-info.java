/// The stand-in of ServiceNow.
@NullMarked
package io.signalbox.sandbox.servicenow;

import org.jspecify.annotations.NullMarked;
