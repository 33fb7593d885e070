// SPDX-License-Identifier: MIT
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "c_handles.hpp"
#include "io/fields.hpp"
#include "io/write_visitor.hpp"
#include "libparse/decimal.hpp"
#include "libparse/names.hpp"

// Any field of a task list by its name: the getters of libparse.h run over the description of the fields that writers,
// readers and schema share (io/fields.hpp), so that a new field is there by itself.

namespace {

using libparse::Decimal;

/// How a C++ value is looked at as a value of the output. Every operation takes the address of the C++ value.
struct Type {
  libparse_kind kind = LIBPARSE_NOTHING;
  const char* (*text)(const void*) = [](const void*) { return ""; };
  Decimal (*number)(const void*) = [](const void*) { return Decimal{}; };
  std::size_t (*count)(const void*) = [](const void*) -> std::size_t { return 0; };
  libparse_value (*item)(const void*, std::size_t) = [](const void*, std::size_t) { return libparse_value{}; };
  libparse_value (*field)(const void*, std::string_view) = [](const void*, std::string_view) {
    return libparse_value{};
  };
  const char* (*name)(const void*, std::size_t) = [](const void*, std::size_t) { return ""; };
};

const Type* type_of(libparse_value value) { return static_cast<const Type*>(value.type); }

template <typename T>
struct TypeOf;

template <typename T>
libparse_value value_of(const T& value) {
  return {&value, &TypeOf<T>::kType};
}
template <typename T>
libparse_value value_of(const std::optional<T>& value) {
  return value ? value_of(*value) : libparse_value{};
}

constexpr Type kConstant{.kind = LIBPARSE_TEXT,
                         .text = [](const void* data) { return static_cast<const char*>(data); }};

/// Counts the fields of an object that say something, and finds one of them by name or by place.
class FieldFinder {
 public:
  explicit FieldFinder(std::string_view name) : name_(name) {}
  explicit FieldFinder(std::size_t index) : index_(index) {}

  void constant(std::string_view name, std::string_view word) { visit(name, {word.data(), &kConstant}); }
  template <typename T>
  void required(std::string_view name, const T& value) {
    visit(name, value_of(value));
  }
  template <typename T>
  void optional(std::string_view name, const T& value) {
    if (!libparse::io::says_nothing(value)) required(name, value);
  }
  template <typename T>
  void explained(std::string_view name, const T& value) {
    optional(name, value);
  }

  std::size_t visited = 0;
  libparse_value found{};
  const char* found_name = "";

 private:
  // Names and words are literals, so they end with a NUL.
  void visit(std::string_view name, libparse_value value) {
    if (visited++ == index_ || name == name_) {
      found = value;
      found_name = name.data();
    }
  }

  std::string_view name_;
  std::size_t index_ = std::numeric_limits<std::size_t>::max();
};

template <typename T, typename Key>
FieldFinder find_field(const void* data, Key key) {
  FieldFinder finder(key);
  libparse::io::describe(finder, *static_cast<const T*>(data));
  return finder;
}

template <typename T>
constexpr Type make_type() {
  if constexpr (std::is_same_v<T, std::string>) {
    return {.kind = LIBPARSE_TEXT, .text = [](const void* data) { return static_cast<const T*>(data)->c_str(); }};
  } else if constexpr (std::is_enum_v<T>) {
    return {.kind = LIBPARSE_TEXT,
            .text = [](const void* data) { return libparse::name_of(*static_cast<const T*>(data)).data(); }};
  } else if constexpr (std::is_same_v<T, Decimal>) {
    return {.kind = LIBPARSE_NUMBER, .number = [](const void* data) { return *static_cast<const T*>(data); }};
  } else if constexpr (std::is_integral_v<T>) {
    return {.kind = std::is_same_v<T, bool> ? LIBPARSE_BOOLEAN : LIBPARSE_NUMBER, .number = [](const void* data) {
              return Decimal{static_cast<std::int64_t>(*static_cast<const T*>(data)), 0};
            }};
  } else {
    return {.kind = LIBPARSE_OBJECT,
            .count = [](const void* data) { return find_field<T>(data, std::string_view()).visited; },
            .item = [](const void* data, std::size_t index) { return find_field<T>(data, index).found; },
            .field = [](const void* data, std::string_view name) { return find_field<T>(data, name).found; },
            .name = [](const void* data, std::size_t index) { return find_field<T>(data, index).found_name; }};
  }
}

template <typename T>
struct TypeOf {
  static constexpr Type kType = make_type<T>();
};

template <typename T>
struct TypeOf<std::vector<T>> {
  static const std::vector<T>& of(const void* data) { return *static_cast<const std::vector<T>*>(data); }
  static constexpr Type kType{
      .kind = LIBPARSE_ARRAY,
      .count = [](const void* data) { return of(data).size(); },
      .item = [](const void* data,
                 std::size_t index) { return index < of(data).size() ? value_of(of(data)[index]) : libparse_value{}; }};
};

/// One step of a JSON pointer. Names of fields have neither ~ nor /, so nothing is escaped.
libparse_value step(libparse_value value, std::string_view token) {
  if (type_of(value)->kind != LIBPARSE_ARRAY) return type_of(value)->field(value.data, token);
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto [stop, failure] = std::from_chars(token.data(), end, index);
  const bool is_index = failure == std::errc() && stop == end && (token == "0" || token[0] != '0');
  return is_index ? type_of(value)->item(value.data, index) : libparse_value{};
}

template <typename T>
libparse_value value_of_handle(const void* handle) {
  return handle == nullptr ? libparse_value{} : value_of(*static_cast<const T*>(handle));
}

}  // namespace

extern "C" {

libparse_value libparse_notice_as_value(const libparse_notice* notice) {
  return notice == nullptr ? libparse_value{} : value_of(notice->result.list);
}

libparse_value libparse_section_as_value(const libparse_section* section) {
  return value_of_handle<libparse::Section>(section);
}

libparse_value libparse_task_as_value(const libparse_task* task) { return value_of_handle<libparse::Task>(task); }

libparse_value libparse_responsibility_as_value(const libparse_responsibility* responsibility) {
  return value_of_handle<libparse::Responsibility>(responsibility);
}

libparse_value libparse_time_as_value(const libparse_time* time) { return value_of_handle<libparse::Time>(time); }

libparse_value libparse_target_as_value(const libparse_target* target) {
  return value_of_handle<libparse::Target>(target);
}

libparse_value libparse_diagnostic_as_value(const libparse_diagnostic* diagnostic) {
  return value_of_handle<libparse::Diagnostic>(diagnostic);
}

libparse_value libparse_value_get(libparse_value value, const char* pointer) {
  if (pointer == nullptr) return {};
  std::string_view rest = pointer;
  while (!rest.empty() && value.type != nullptr) {
    if (rest.front() != '/') return {};
    rest.remove_prefix(1);
    const std::string_view token = rest.substr(0, rest.find('/'));
    value = step(value, token);
    rest.remove_prefix(token.size());
  }
  return value;
}

libparse_kind libparse_value_kind(libparse_value value) {
  return value.type == nullptr ? LIBPARSE_NOTHING : type_of(value)->kind;
}

size_t libparse_value_count(libparse_value value) {
  return value.type == nullptr ? 0 : type_of(value)->count(value.data);
}

libparse_value libparse_value_item(libparse_value value, size_t index) {
  return value.type == nullptr ? libparse_value{} : type_of(value)->item(value.data, index);
}

const char* libparse_value_name(libparse_value value, size_t index) {
  return value.type == nullptr ? "" : type_of(value)->name(value.data, index);
}

const char* libparse_value_text(libparse_value value) {
  return value.type == nullptr ? "" : type_of(value)->text(value.data);
}

double libparse_value_number(libparse_value value) {
  return value.type == nullptr ? 0 : type_of(value)->number(value.data).to_double();
}

int libparse_value_decimal(libparse_value value, int64_t* digits, int* scale) {
  const libparse_kind kind = libparse_value_kind(value);
  if (kind != LIBPARSE_NUMBER && kind != LIBPARSE_BOOLEAN) return 0;
  const Decimal number = type_of(value)->number(value.data);
  if (digits != nullptr) *digits = number.digits;
  if (scale != nullptr) *scale = number.scale;
  return 1;
}

int libparse_value_span(libparse_value value, libparse_span* span) {
  if (value.type != &TypeOf<libparse::Span>::kType) return 0;
  const auto& found = *static_cast<const libparse::Span*>(value.data);
  if (span != nullptr) *span = {found.begin, found.end};
  return 1;
}
}
