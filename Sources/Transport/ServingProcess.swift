internal import CShims

/// What a process that serves asks of the system.
public enum ServingProcess {
    /// Prepares the process, once, before it opens anything.
    ///
    /// It gets all the descriptors that it may have: shells and service managers give a process a
    /// quarter of what the connections of a busy server take, and more to those who ask. And it lives
    /// on when whoever read its log is gone.
    public static func prepare() {
        shim_raise_descriptor_limit()
        shim_ignore_broken_pipes()
    }
}
