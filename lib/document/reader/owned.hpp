// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include <glib-object.h>

namespace report {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};

/// An object of GLib that is given back at the end.
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

}  // namespace report
