// SPDX-License-Identifier: MIT
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <atomic>
#include <climits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "input/pdf_pages.hpp"
#include "libparse/error.hpp"
#include "pdf/pdf_drawing.hpp"
#include "text/utf8.hpp"

/// The PDF module: a shared object of its own, since poppler and qpdf take longer to load than most notices to read.
///
/// Poppler keeps one function for its messages per process; it is set to one that does nothing. Documents are
/// independent of each other otherwise but for words_of, so that several threads may read.
namespace libparse::pdf {
namespace {

using input::Box;
using input::Deadline;
using input::limit_error;
using input::PageContent;

constexpr std::size_t kGlyphCost = 256;  ///< bytes that a character takes while its page is read, here and in poppler

void hush() {
  static const bool once = [] {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    return true;
  }();
  static_cast<void>(once);
}

/// The words of a page. With the first page of all, poppler makes a color profile that it shares between documents and
/// does not guard: until that is done, one page is read at a time.
std::vector<poppler::text_box> words_of(const poppler::page& page) {
  static std::mutex first;
  static std::atomic<bool> is_made = false;
  if (is_made.load(std::memory_order_acquire)) return page.text_list(poppler::page::text_list_include_font);
  const std::lock_guard lock(first);
  std::vector<poppler::text_box> words = page.text_list(poppler::page::text_list_include_font);
  is_made.store(true, std::memory_order_release);
  return words;
}

/// Names fonts by small numbers.
class Styles {
 public:
  std::uint32_t of(const std::string& font) {
    return numbers_.emplace(font, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

Box box_of(const poppler::rectf& r) { return {r.left(), r.top(), r.right(), r.bottom()}; }

class Pages final : public input::PdfPages {
 public:
  Pages(std::string_view bytes, const Limits& limits, const Deadline& deadline) : limits_(limits), deadline_(deadline) {
    hush();
    if (bytes.size() > INT_MAX)
      throw Error(ErrorCode::limit, "the PDF is larger than 2 GiB, which is more than can be read");
    document_.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document_) throw Error(ErrorCode::damaged, "the PDF is broken: it has no readable list of objects or pages");
    if (document_->is_locked()) {
      throw Error(ErrorCode::not_text,
                  "the PDF is encrypted; remove the password with: qpdf --decrypt --password=PASSWORD IN.pdf OUT.pdf");
    }
    const int pages = document_->pages();
    if (pages <= 0) throw Error(ErrorCode::damaged, "the PDF is broken: it has no pages, or fewer than it says");
    count_ = static_cast<std::size_t>(pages);
    if (count_ > limits_.pages) {
      throw limit_error("the PDF has " + std::to_string(count_) + " pages, more than " + std::to_string(limits_.pages),
                        "--max-pages");
    }
    drawing_.emplace(bytes, limits_, deadline_);
  }

  [[nodiscard]] std::size_t count() const override { return count_; }

  bool read(std::size_t index, PageContent& content) override {
    const std::unique_ptr<poppler::page> page(document_->create_page(static_cast<int>(index)));
    std::vector<input::Ruling> rulings = drawing_->rulings(index);
    if (!page) return false;
    content = read_page(*page, index + 1);
    content.rulings = std::move(rulings);
    return true;
  }

 private:
  PageContent read_page(const poppler::page& page, std::size_t number) {
    PageContent content{.number = number};
    const poppler::rectf area = page.page_rect();
    const bool sideways =
        page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
    content.width = sideways ? area.height() : area.width();
    content.height = sideways ? area.width() : area.height();
    for (const poppler::text_box& word : words_of(page)) {
      add_word(word, content);
      // What is on the page counts as expanded for as long as it is looked at, the text of all pages for good.
      if (content.glyphs.size() * kGlyphCost + text_bytes_ > limits_.expanded_bytes) {
        throw limit_error("the text of the PDF takes more than " + std::to_string(limits_.expanded_bytes) + " bytes",
                          "--max-expanded-bytes");
      }
    }
    text_bytes_ += 3 * content.glyphs.size();
    return content;
  }

  void add_word(const poppler::text_box& word, PageContent& content) {
    const poppler::byte_array bytes = word.text().to_utf8();
    const std::string_view text(bytes.data(), bytes.size());
    const std::size_t count = text::count(text);
    const std::uint32_t style = word.has_font_info() ? styles_.of(word.get_font_name()) : 0;
    const double size = word.has_font_info() ? word.get_font_size() : word.bbox().height();
    std::size_t i = 0;
    for (std::size_t at = 0; at < text.size(); at = text::next(text, at), ++i) {
      Box box = box_of(word.char_bbox(i));
      if (box.width() <= 0 && box.height() <= 0) {  // fewer glyphs than characters: share the word's box
        const Box whole = box_of(word.bbox());
        const double step = whole.width() / static_cast<double>(count);
        box = {whole.x0 + step * static_cast<double>(i), whole.y0, whole.x0 + step * static_cast<double>(i + 1),
               whole.y1};
      }
      content.glyphs.push_back({text::char_at(text, at), box, size, style, word.rotation()});
    }
  }

  const Limits& limits_;
  const Deadline& deadline_;
  std::unique_ptr<poppler::document> document_;
  std::optional<PdfDrawing> drawing_;
  std::size_t count_ = 0;
  Styles styles_;
  std::size_t text_bytes_ = 0;
};

}  // namespace
}  // namespace libparse::pdf

#if defined(__GNUC__)
#define LIBPARSE_EXPORT __attribute__((visibility("default")))
#else
#define LIBPARSE_EXPORT
#endif

extern "C" LIBPARSE_EXPORT void LIBPARSE_PDF_ENTRY(std::unique_ptr<libparse::input::PdfPages>& pages,
                                                   std::string_view bytes, const libparse::Limits& limits,
                                                   const libparse::input::Deadline& deadline) {
  pages = std::make_unique<libparse::pdf::Pages>(bytes, limits, deadline);
}
