@NullMarked
package io.signalbox.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
