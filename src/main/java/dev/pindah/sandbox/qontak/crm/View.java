package dev.pindah.sandbox.qontak.crm;

import tools.jackson.databind.node.ObjectNode;

/** How a stored row is shown: names of linked records filled in, and in lists often less. */
interface View {

  /** Takes a tree of its own, which it may change and return. */
  ObjectNode detail(ObjectNode stored);

  default ObjectNode row(ObjectNode stored) {
    return detail(stored);
  }
}
