/// Records of Salesforce.
@NullMarked
package io.signalbox.connector.salesforce;

import org.jspecify.annotations.NullMarked;
