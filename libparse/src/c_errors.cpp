// SPDX-License-Identifier: MIT
#include "c_handles.hpp"

namespace libparse::c {

libparse_status status_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::unreadable:
      return LIBPARSE_UNREADABLE;
    case ErrorCode::encoding:
      return LIBPARSE_ENCODING;
    case ErrorCode::not_text:
      return LIBPARSE_NOT_TEXT;
    case ErrorCode::damaged:
      return LIBPARSE_DAMAGED;
    case ErrorCode::limit:
      return LIBPARSE_LIMIT;
    case ErrorCode::rules:
      return LIBPARSE_RULES;
    case ErrorCode::format:
      return LIBPARSE_FORMAT;
    case ErrorCode::unwritable:
      return LIBPARSE_UNWRITABLE;
  }
  return LIBPARSE_INTERNAL;
}

libparse_status give(libparse_error** error, libparse_status code, const char* message, const char* where) noexcept {
  if (error == nullptr) return code;
  try {
    *error = new libparse_error{code, message, where};
  } catch (...) {  // the status says enough
    *error = nullptr;
  }
  return code;
}

libparse_status missing(libparse_error** error) noexcept {
  return give(error, LIBPARSE_ARGUMENT, "a pointer is NULL where something must be");
}

}  // namespace libparse::c

extern "C" {

libparse_status libparse_error_code(const libparse_error* error) { return error ? error->code : LIBPARSE_OK; }
const char* libparse_error_message(const libparse_error* error) { return error ? error->message.c_str() : ""; }
const char* libparse_error_where(const libparse_error* error) { return error ? error->where.c_str() : ""; }
void libparse_error_free(libparse_error* error) { delete error; }
}
