/// What the program counts and times, for Prometheus.
@NullMarked
package io.signalbox.metrics;

import org.jspecify.annotations.NullMarked;
