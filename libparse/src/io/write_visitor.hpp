// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "io/fields.hpp"
#include "libparse/names.hpp"

/// Writes described objects to a sink. A sink has begin_object(Layout), key, end_object, begin_array, end_array,
/// string, number and boolean, called in document order.
namespace libparse::io {

enum class Layout { block, inlined };  ///< `inlined` objects stay on one line with all that is in them

template <typename T>
inline constexpr Layout kLayout =
    std::is_same_v<T, Span> || std::is_same_v<T, Count> || std::is_same_v<T, OrganizationTasks> ? Layout::inlined
                                                                                                : Layout::block;

inline bool says_nothing(const std::string& value) { return value.empty(); }
inline bool says_nothing(int value) { return value == 0; }
inline bool says_nothing(bool value) { return !value; }
template <typename T>
bool says_nothing(const std::vector<T>& value) {
  return value.empty();
}
template <typename T>
bool says_nothing(const std::optional<T>& value) {
  return !value.has_value();
}
template <typename T>
requires std::is_enum_v<T>
bool says_nothing(T value) { return name_of(value).empty(); }

template <typename Sink>
class WriteVisitor {
 public:
  WriteVisitor(Sink& sink, bool explain) : sink_(sink), explain_(explain) {}

  void constant(std::string_view name, std::string_view word) {
    sink_.key(name);
    sink_.string(word);
  }
  template <typename T>
  void required(std::string_view name, const T& value) {
    sink_.key(name);
    write(value);
  }
  template <typename T>
  void optional(std::string_view name, const T& value) {
    if (!says_nothing(value)) required(name, value);
  }
  template <typename T>
  void explained(std::string_view name, const T& value) {
    if (explain_) optional(name, value);
  }

  template <typename T>
  void write(const T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      sink_.string(value);
    } else if constexpr (std::is_same_v<T, bool>) {
      sink_.boolean(value);
    } else if constexpr (std::is_integral_v<T>) {
      sink_.number(std::to_string(value));
    } else if constexpr (std::is_same_v<T, Decimal>) {
      sink_.number(value.to_string());
    } else if constexpr (std::is_enum_v<T>) {
      sink_.string(name_of(value));
    } else {
      sink_.begin_object(kLayout<T>);
      describe(*this, value);
      sink_.end_object();
    }
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    write(*value);
  }
  template <typename T>
  void write(const std::vector<T>& values) {
    sink_.begin_array();
    for (const T& value : values) write(value);
    sink_.end_array();
  }

 private:
  Sink& sink_;
  bool explain_;
};

}  // namespace libparse::io
