// SPDX-License-Identifier: MIT
#include <ostream>

#include "io/json_sink.hpp"
#include "io/mention_fields.hpp"
#include "io/write_visitor.hpp"
#include "libparse/mentions.hpp"

namespace libparse {

void write_mention(const Mention& mention, std::ostream& out) {
  io::JsonSink sink(out, /*pretty=*/false);
  io::WriteVisitor visitor(sink, /*explain=*/false);
  visitor.write(mention);
  sink.finish();
}

}  // namespace libparse
