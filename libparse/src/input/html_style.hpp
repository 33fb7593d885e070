// SPDX-License-Identifier: MIT
#pragma once

#include "input/html_tree.hpp"

namespace libparse::input {

/// Marks the elements that a browser would not show: `hidden`, `display:none`, `visibility:hidden`, `font-size:0` and
/// the like in a style attribute, and by rules of the page's own `<style>` elements whose selector is one tag, class or
/// id, or a tag with one (`p.note`). Rules for other media, inside `@`-blocks, are not looked at.
/// Where that would hide all Chinese text of the page, which scripts show later, nothing is marked.
void hide_by_style(HtmlTree& tree);

}  // namespace libparse::input
