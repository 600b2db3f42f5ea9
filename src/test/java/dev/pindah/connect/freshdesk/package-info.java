/** The connector against servers that keep to the facts in other ways than the sandbox does. */
@NullMarked
package dev.pindah.connect.freshdesk;

import org.jspecify.annotations.NullMarked;
