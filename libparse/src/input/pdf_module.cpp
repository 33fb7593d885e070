// SPDX-License-Identifier: MIT
#include <dlfcn.h>
#include <link.h>

#include <mutex>
#include <string>

#include "input/pdf_pages.hpp"
#include "libparse/error.hpp"

#define LIBPARSE_TEXT_OF(name) #name
#define LIBPARSE_TEXT(name) LIBPARSE_TEXT_OF(name)

namespace libparse::input {
namespace {

constexpr const char* kFile = LIBPARSE_PDF_FILE;
constexpr const char* kEntry = LIBPARSE_TEXT(LIBPARSE_PDF_ENTRY);

[[noreturn]] void fail() {
  const char* reason = dlerror();
  throw Error(ErrorCode::unreadable,
              "PDF files are read by the module " + std::string(kFile) +
                  " of libparse, which cannot be loaded: " + (reason != nullptr ? reason : "no reason is given"));
}

void* load() {
  // Beside the library itself where it is a shared one, so that a moved one finds its own module before any other. Of
  // the program `dladdr1` knows no name, and what `dladdr` would say is whatever the program was called by.
#ifdef __GLIBC__
  Dl_info self{};
  link_map* object = nullptr;
  static const char kHere = 0;
  if (dladdr1(&kHere, &self, reinterpret_cast<void**>(&object), RTLD_DL_LINKMAP) != 0 && object != nullptr) {
    const std::string path = object->l_name;
    if (const std::size_t slash = path.rfind('/'); slash != std::string::npos) {
      const std::string beside = path.substr(0, slash + 1) + "libparse/" + kFile;
      if (void* module = dlopen(beside.c_str(), RTLD_NOW | RTLD_LOCAL)) return module;
    }
  }
#endif
  // By the run path of the program or library that this code was linked into.
  if (void* module = dlopen(kFile, RTLD_NOW | RTLD_LOCAL)) return module;
  fail();
}

}  // namespace

OpenPdf* find_pdf_module() {
  static std::mutex mutex;
  static OpenPdf* found = nullptr;
  const std::lock_guard lock(mutex);
  if (found == nullptr) {
    void* entry = dlsym(load(), kEntry);
    if (entry == nullptr) fail();
    found = reinterpret_cast<OpenPdf*>(entry);
  }
  return found;
}

}  // namespace libparse::input
