/// The sockets: the gateway out, the listener and the server API in.
@NullMarked
package io.signalbox.http;

import org.jspecify.annotations.NullMarked;
