// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "input/page_layout.hpp"
#include "input/xml.hpp"

namespace libparse::input {

/// Reads the objects of an OFD page (GB/T 33190-2016, clause 8 for objects, 11 for text): characters with their places
/// from TextObjects, straight lines from PathObjects. What is neither upright nor turned by quarters (watermarks) and
/// what is not visible is left out; images and composite objects have no text that could be read.
///
/// `content` is a ofd:Page; millimetres become points. Characters over `most_glyphs` end the reading with false.
bool read_ofd_objects(XmlElement page, std::size_t most_glyphs, PageContent& content);

/// `0 0 210 297` of a ST_Box, in points. False where it is no box.
bool read_ofd_box(std::string_view text, Box& box);

}  // namespace libparse::input
