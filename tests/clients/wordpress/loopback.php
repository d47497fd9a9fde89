<?php
// WordPress asks no address of this machine for an oEmbed answer; the explorer of
// a test is nowhere else.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	function ( $ports ) {
		$ports[] = (int) getenv( 'EXPLORER_PORT' );
		return $ports;
	}
);
