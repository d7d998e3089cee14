/// What Okta tells of users.
@NullMarked
package io.signalbox.connector.okta;

import org.jspecify.annotations.NullMarked;
