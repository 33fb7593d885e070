// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tests {

/// Writes PDF files object by object, true to the format or not. Object 1 is the catalog.
class PdfBuilder {
 public:
  /// Adds `<< … >>` or another value; returns its number.
  std::size_t add(const std::string& value) {
    objects_.push_back(value);
    return objects_.size();
  }
  std::size_t add_stream(const std::string& data, const std::string& entries = "") {
    return add("<< /Length " + std::to_string(data.size()) + " " + entries + " >>\nstream\n" + data + "\nendstream");
  }
  static std::string reference(std::size_t number) { return std::to_string(number) + " 0 R"; }

  [[nodiscard]] std::string finish() const {
    std::string out = "%PDF-1.7\n";
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      offsets.push_back(out.size());
      out += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::size_t table = out.size();
    out += "xref\n0 " + std::to_string(objects_.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
      const std::string digits = std::to_string(offset);
      out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    out += "trailer\n<< /Size " + std::to_string(objects_.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
           std::to_string(table) + "\n%%EOF\n";
    return out;
  }

  /// A document of one A4 page in Helvetica with the given content stream. `page` and `resources` are further entries.
  static PdfBuilder with_page(const std::string& content, const std::string& page = "",
                              const std::string& resources = "") {
    PdfBuilder pdf;
    pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> " +
            resources + " >> " + page + " >>");
    pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    pdf.add_stream(content);
    return pdf;
  }

 private:
  std::vector<std::string> objects_;
};

}  // namespace tests
