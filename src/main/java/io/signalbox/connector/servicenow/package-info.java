/// Records of ServiceNow's tables.
@NullMarked
package io.signalbox.connector.servicenow;

import org.jspecify.annotations.NullMarked;
