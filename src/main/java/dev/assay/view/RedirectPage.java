package dev.assay.view;

/// A page at an old address that leads to the new one.
///
/// @param frame  what surrounds it; its canonical address is the new one
/// @param target the new address
public record RedirectPage(FrameView frame, String target) implements PageView {}
